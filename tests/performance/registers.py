"""Small registers for tests."""

from mingzhang.books.register import Field, FieldKind, Record, Register
from mingzhang.terms.criterion import Value

CARDS = ("渠道", "人群", "批次", "数量")


def cards(*rows: tuple[Value, ...]) -> Register:
    """A register of cards issued: 渠道, 人群, 批次, 数量."""
    fields = tuple(Field(name, FieldKind.NUMBER if name == "数量" else FieldKind.TEXT) for name in CARDS)
    records = tuple(Record(line, dict(zip(CARDS, row, strict=True))) for line, row in enumerate(rows, start=2))
    return Register("制卡", "制卡台账", fields, records, "registers/制卡.csv", "3f2a")
