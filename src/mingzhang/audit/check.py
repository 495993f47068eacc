"""Check 审核: every rule against the figures of a document; four outcomes; one finding for one cause."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from mingzhang.audit import prose, wording
from mingzhang.audit.context import Context
from mingzhang.audit.expand import Missing, expand, present
from mingzhang.audit.finding import Finding, Level, Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.kinship import trust_of
from mingzhang.audit.legibility import as_legible
from mingzhang.audit.likeliest import likeliest
from mingzhang.audit.linear import Linear, mended
from mingzhang.audit.locate import Change, Root, locate
from mingzhang.audit.named import CHECKS
from mingzhang.audit.prose.testimony import testimony, without_witnesses
from mingzhang.audit.relation import Relation
from mingzhang.audit.report import Report, ranked
from mingzhang.audit.result import Result, judge, plain
from mingzhang.audit.rule import Kind, Rule, Severity
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Stated


def check(facts: Facts, rules: Iterable[Rule], context: Context) -> Report:
    """Run the rules over the facts of one document, locate what is wrong and say it. Ledger rules are passed over.

    Figures come first: what their relations show is known when words are held against them.
    """
    grid, mine = Grid.of(facts, context.groups), [rule for rule in rules if rule.kind is not Kind.LEDGER]
    results = [r for rule in mine if not rule.check for r in run(rule, grid, context)]
    evidence = [r for r in results if r.constraint and _is_evidence(r.rule)]
    broken = any(r.outcome is Outcome.VIOLATED for r in evidence)
    told_of = testimony(mine, grid, context) if broken else ()
    roots = without_witnesses(locate([*(r.constraint for r in evidence if r.constraint), *told_of])) if broken else ()
    informed = replace(context, trust=trust_of(results, roots)) if results else context
    results += [r for rule in mine if rule.check for r in run(rule, grid, informed)]
    told = [result for result in results if not _follows(result, roots)]
    found = [*_root_findings(roots, results, context), *single_findings(told, context)]
    return Report(tuple(results), _told_once(ranked(as_legible(found, mine, context)), mine))


def _told_once(findings: tuple[Finding, ...], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """What is said of words alone is left out where a rule on claims asks for the same change at the same place."""
    claims = {rule.id for rule in rules if rule.check in prose.CHECKS}
    asked = {_change_asked(found) for found in findings if found.rule in claims}
    return tuple(f for f in findings if f.rule in claims or not f.printed or _change_asked(f) not in asked)


def _change_asked(found: Finding) -> tuple[object, ...]:
    return found.position, found.printed, found.expected


def run(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """All checks one rule makes of a document: at least one result, so that nothing is passed over in silence."""
    if context.year not in rule.span:
        yield plain(rule, Outcome.NOT_APPLICABLE, f"{context.year}年度没有这项规定")
        return
    barred = _barred(rule, grid, context)
    if barred:
        yield barred
        return
    results = list(CHECKS[rule.check](rule, grid, context)) if rule.check else list(_relations(rule, grid, context))
    yield from results or [plain(rule, Outcome.NOT_APPLICABLE, "本文件没有要比较的数")]


def _relations(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    for relation in rule.relations:
        for instance in expand(rule, relation, grid, context):
            yield judge(instance) if isinstance(instance, Linear) else _missing(instance)


def _missing(instance: Missing) -> Result:
    outcome = Outcome.UNDETERMINED if instance.expected else Outcome.NOT_APPLICABLE
    return plain(instance.rule, outcome, instance.note)


def _barred(rule: Rule, grid: Grid, context: Context) -> Result | None:
    """Why a rule does not speak of this document, if so."""
    lacking = next((cell for cell in rule.needs if not present(cell, grid)), None)
    if lacking is not None:
        gone = grid.table(lacking) is None and not lacking.phase and lacking.statement in context.expected
        note = f"没有找到{context.title(lacking.statement)}" if gone else f"本格式没有“{lacking}”"
        return plain(rule, Outcome.UNDETERMINED if gone else Outcome.NOT_APPLICABLE, note)
    if rule.bodies and not context.bodies:
        return plain(rule, Outcome.UNDETERMINED, "不知道所含单位的性质（行政、参公或事业）")
    if rule.bodies and rule.bodies != context.bodies:
        return plain(rule, Outcome.NOT_APPLICABLE, f"只适用于所含单位属“{rule.bodies}”的文件")
    for condition in rule.when:
        if not _holds(rule, condition, grid, context):
            return plain(rule, Outcome.NOT_APPLICABLE, f"前提不成立：{condition.text}")
    return None


def _holds(rule: Rule, condition: Relation, grid: Grid, context: Context) -> bool:
    instances = list(expand(rule, condition, grid, context))
    return bool(instances) and all(isinstance(i, Linear) and not i.excess(i.gap) for i in instances)


def _is_evidence(rule: Rule) -> bool:
    return rule.locates and rule.severity is not Severity.INFO


def _follows(result: Result, roots: Iterable[Root]) -> bool:
    """Whether a breach disappears with a figure already found wrong, so that it needs no finding of its own."""
    if result.constraint is None or result.outcome is not Outcome.VIOLATED:
        return False
    sure = [root.alternatives[0] for root in roots if len(root.alternatives) == 1]
    values = {c.fact.address: c.expected for way in sure for c in way if c.expected is not None}
    return any(t.fact.address in values for t in result.constraint.terms) and mended(result.constraint, values)


def _root_findings(roots: Iterable[Root], results: list[Result], context: Context) -> Iterator[Finding]:
    severities = {id(r.constraint): r.severity for r in results if r.constraint}
    for root in roots:
        own = [c for c in root.broken if id(c) in severities]
        worst = min(own, key=lambda c: (severities[id(c)].rank, wording.telling(c)))
        level = severities[id(worst)].level
        if len(root.alternatives) == 1 and len(root.alternatives[0]) == 1:
            yield _located(root, root.alternatives[0][0], worst.rule, level, context)
        else:
            yield _doubtful(root, worst, level, context)


def _located(root: Root, change: Change, rule: Rule, level: Level, context: Context) -> Finding:
    message = wording.located(change, root, context) + rule.advice
    return finding(rule.id, level, message, change.fact, context, wording.expected(change), str(change.fact.address))


def _doubtful(root: Root, worst: Linear, level: Level, context: Context) -> Finding:
    """A relation is broken and it is open by which figure.

    The finding stands at the figure that a slip of the pen explains best, else at the relation's first.
    """
    likely = likeliest(root)
    fact = likely[0].fact if likely else worst.terms[0].fact
    own = [c for way in root.alternatives if len(way) == 1 for c in way if c.fact is fact]
    expected = wording.expected(own[0]) if own and len(likely) < 2 else ""
    say = wording.ambiguous(root, likely, context) if root.alternatives else wording.unlocated(root, context)
    root_id = f"{worst.rule.id}:{fact.address}"
    return finding(worst.rule.id, level, say + worst.rule.advice, fact, context, expected, root_id)


def single_findings(results: Iterable[Result], context: Context) -> Iterator[Finding]:
    """The findings that need no locating: one for each breach with what follows from it, one for each rule's notes."""
    known = list(results)
    tails = _consequences(known)
    for rule_id, group in groupby(known, key=lambda result: result.rule.id):
        mine = list(group)
        yield from (_breach(r, context, tails) for r in mine if _stands_alone(r, tails))
        rounded = [r.constraint for r in mine if r.rounding and r.constraint]
        if rounded:
            fact, text = rounded[0].terms[0].fact, wording.rounded(rounded, context)
            yield finding(rule_id, Level.INFO, text, fact, context, "", f"rounding:{rule_id}")
        yield from _said_nearly(rule_id, [r for r in mine if r.rounding and not r.constraint])
        open_ones = list(dict.fromkeys(r.note for r in mine if r.outcome is Outcome.UNDETERMINED))
        if open_ones:
            text = f"“{mine[0].rule.label}”无法判断：{wording.listed(open_ones)}。"
            yield Finding(rule_id, Level.INFO, text, mine[0].rule.label, root=f"undetermined:{rule_id}")


def _was_located(result: Result) -> bool:
    return result.constraint is not None and _is_evidence(result.rule)


def _consequences(results: list[Result]) -> dict[str, list[str]]:
    """What follows from each cause that has a finding of its own."""
    violated = [r for r in results if r.outcome is Outcome.VIOLATED and r.root]
    tails: dict[str, list[str]] = {r.root: [] for r in violated if not r.follows}
    for result in violated:
        if result.follows and result.root in tails and result.note not in tails[result.root]:
            tails[result.root].append(result.note)
    return tails


def _stands_alone(result: Result, tails: Mapping[str, list[str]]) -> bool:
    if result.outcome is not Outcome.VIOLATED or _was_located(result):
        return False
    return not (result.follows and result.root in tails)


def _said_nearly(rule_id: str, results: list[Result]) -> Iterator[Finding]:
    """One note on what the prose of a document says rounded, cut, or a unit of the last place off."""
    if results:
        first, text = results[0], wording.nearly([r.note for r in results])
        words = (first.printed, first.expected, first.quote, f"rounding:{rule_id}", first.position)
        yield Finding(rule_id, Level.INFO, text, first.where, "", "", "", *words)


def _breach(result: Result, context: Context, tails: Mapping[str, list[str]]) -> Finding:
    rule, level = result.rule, result.severity.level
    if result.constraint:
        fact = result.constraint.terms[0].fact
        text = f"{wording.breach(result.constraint, context)}。{rule.advice}"
        return finding(rule.id, level, text, fact, context, "", f"{rule.id}:{fact.address}")
    at, text = result.place, f"{result.note}。{wording.consequences(tails.get(result.root, ()))}{rule.advice}"
    printed, expected, quote = result.printed, result.expected, result.quote or result.printed
    root = result.root or f"{rule.id}:{result.place or result.printed}"
    place = result.where or (context.place(at).strip() if at else rule.label)
    cell = (at.statement, at.row, at.column) if at else ("", "", "")
    return Finding(rule.id, level, text, place, *cell, printed, expected, quote, root, result.position)


def finding(rule: str, level: Level, message: str, fact: Fact, context: Context, expected: str, root: str) -> Finding:
    """A finding at a figure."""
    at = fact.address
    position = fact.trace.position if isinstance(fact.trace, Stated) else None
    place = context.place(at)
    return Finding(
        rule, level, message, place, at.statement, at.row, at.column, fact.shown, expected, fact.shown, root, position
    )
