"""How a block shows itself to editors who choose between blocks."""

from wagtail.blocks import StructBlock, StructValue


class PreviewedBlock(StructBlock):
    """A block whose `preview_value` is written as it would be stored, so that fields may be left out."""

    def get_preview_value(self) -> StructValue:
        return self.to_python(self._evaluate_callable(self.meta.preview_value))
