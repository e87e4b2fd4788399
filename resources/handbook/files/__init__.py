"""The files that readers may keep: each is made from the handbook's value alone, so it can be made again."""
