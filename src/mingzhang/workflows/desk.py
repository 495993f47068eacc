"""Desk 审核台: one file from its bytes to its findings; the work that is done in a process of its own."""

from contextlib import suppress

from mingzhang.disclosure.examination import Examination
from mingzhang.reading.recognition import told_to
from mingzhang.standards import rules
from mingzhang.workflows.binding import binding
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.figures import figures_of
from mingzhang.workflows.finished import Audited, keep
from mingzhang.workflows.isolation import goes_on
from mingzhang.workflows.order import Order
from mingzhang.workflows.reading import NotADisclosure, Reading, Unreadable, read_file
from mingzhang.workflows.remarks import remarks_of, requirements_of


def examine(order: Order) -> Audited:
    """Read and audit a file; what came of it is kept before it is told. A refusal is found out anew each time."""
    audited = _examined(order)
    if order.place and not audited.examination.refused:
        with suppress(OSError):  # a full disk is told when the findings are written
            keep(audited, order.place)
    return audited


def _examined(order: Order) -> Audited:
    with told_to(_say):
        read = read_file(order.path)
    match read:
        case Reading() as reading:
            return _audited(order, reading)
        case NotADisclosure() | Unreadable() as refusal:
            return _examined_as(order, refusal)


def _say(page: int, pages: int) -> None:
    goes_on(f"识别第{page}页，共{pages}页")


def _examined_as(order: Order, refusal: NotADisclosure | Unreadable) -> Audited:
    """The result for a file of which nothing can be audited."""
    strange = isinstance(refusal, NotADisclosure)
    kind, pages = refusal.format, refusal.pages
    return Audited(Examination(str(order.path), order.digest, kind, pages, refused=refusal.reason, strange=strange))


def _audited(order: Order, reading: Reading) -> Audited:
    document = reading.document
    report, context = audit_document(document, order.waivers, order.others)
    faults = (" ".join((f.place, f.column, f.value, f.message, f.mend)) for f in reading.faults)
    examination = Examination(
        path=str(order.path),
        digest=order.digest,
        format=reading.format,
        pages=reading.pages,
        unit=document.entity.name,
        year=document.year,
        requirements=requirements_of(report.results),
        remarks=remarks_of(report, rules.all_rules(), context),
        bound=binding(document),
        statements=tuple(statement.id for statement in document.statements),
        hints=(*(" ".join(fault.split()) for fault in faults), *order.others.hints),
    )
    return Audited(examination, figures_of(document))
