"""Choosers that take what they point at from the targets gathered for the body they stand in."""

from typing import Any

from wagtail.blocks import ChooserBlock, PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageBlockComparison, ImageChooserBlock

from cms.blocks.targets import current_targets


class GatheredChooser(ChooserBlock):
    """`target_kinds` names where targets are looked for; the first kind is the one this chooser reads."""

    target_kinds: tuple[str, ...] = ()

    def to_python(self, value: Any) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        if any(isinstance(value, self.model_class) for value in values):
            return values  # the examples of a preview
        targets = current_targets()
        kind = self.target_kinds[0]
        if targets is None or not targets.knows(kind, values):
            return super().bulk_to_python(values)
        return [targets.find(kind, value) for value in values]

    def clean(self, value: Any) -> Any:
        """What was gathered is there; Wagtail would ask for each once more."""
        targets, kind = current_targets(), self.target_kinds[0]
        if targets is not None and isinstance(value, self.model_class) and targets.knows(kind, [value.pk]):
            return value
        return super().clean(value)


class PageTargetBlock(GatheredChooser, PageChooserBlock):
    """A page of this site."""

    target_kinds = ("pages",)


class SpecificPageTargetBlock(PageTargetBlock):
    """A page of this site of which more than title and address is shown."""

    target_kinds = ("pages", "specific_pages")


class DocumentTargetBlock(GatheredChooser, DocumentChooserBlock):
    """A file of the document library."""

    target_kinds = ("documents",)


class ImageTargetBlock(GatheredChooser, ImageChooserBlock):
    """A picture of the image library."""

    target_kinds = ("images",)


class DescribedImageComparison(ImageBlockComparison):
    """Of two versions of a picture, or of none, which Wagtail cannot show."""

    def htmlvalue(self, val: Any) -> str:
        return super().htmlvalue(self.block._image_to_struct_value(val) if val is None else val)


class DescribedImageBlock(ImageBlock):
    """A picture with alternative text, or marked as decorative."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = ImageTargetBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def get_comparison_class(self) -> type[DescribedImageComparison]:
        return DescribedImageComparison


# Migrations hold Wagtail's own blocks, so that they do not import this module.
DECONSTRUCT_ALIASES = {
    PageTargetBlock: "wagtail.blocks.PageChooserBlock",
    SpecificPageTargetBlock: "wagtail.blocks.PageChooserBlock",
    DocumentTargetBlock: "wagtail.documents.blocks.DocumentChooserBlock",
    ImageTargetBlock: "wagtail.images.blocks.ImageChooserBlock",
}
