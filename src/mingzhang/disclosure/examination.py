"""Examination 审核结果: everything that came of auditing one file, for those who print it and know no rule."""

from dataclasses import dataclass

from mingzhang.disclosure.remark import ERROR, Remark


@dataclass(frozen=True, slots=True)
class Tally:
    """How many checks came out how: 相符, 不符, 无法判断, 不适用."""

    passed: int = 0
    violated: int = 0
    undetermined: int = 0
    not_applicable: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.passed + other.passed,
            self.violated + other.violated,
            self.undetermined + other.undetermined,
            self.not_applicable + other.not_applicable,
        )

    @property
    def made(self) -> int:
        """The checks that gave an answer."""
        return self.passed + self.violated


@dataclass(frozen=True, slots=True)
class Requirement:
    """审核要求: one rule and how its checks came out; `open` says of those that could not be made what was missing.

    `kind` is within, across, narrative, structure, performance, cross-year or cross-document.
    """

    rule: str
    label: str
    kind: str
    reference: str
    tally: Tally
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """How many numbers the prose prints, and how many of them were understood as claims about figures."""

    numbers: int = 0
    bound: int = 0

    def __add__(self, other: "Bound") -> "Bound":
        """Both together."""
        return Bound(self.numbers + other.numbers, self.bound + other.bound)


@dataclass(frozen=True, slots=True)
class Examination:
    """One file. `path` is as the user gave it, `digest` the SHA-256 of its bytes.

    A file of which nothing could be audited has `refused`, the reason with what to do, and nothing else; `strange`
    tells a readable file that simply is no final accounts from one that could not be read. `statements` are those
    found, `hints` what the reading has to say.
    """

    path: str
    digest: str = ""
    format: str = ""
    pages: int | None = None
    unit: str = ""
    year: int | None = None
    refused: str = ""
    strange: bool = False
    requirements: tuple[Requirement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    bound: Bound = Bound()
    statements: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def tally(self) -> Tally:
        """All checks of all rules together."""
        return sum((requirement.tally for requirement in self.requirements), Tally())

    @property
    def stops(self) -> bool:
        """Whether it has an error nobody has answered for."""
        return any(remark.level == ERROR and not remark.waived for remark in self.remarks)
