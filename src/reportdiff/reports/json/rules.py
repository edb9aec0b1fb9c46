"""The rules for programs."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.checks.catalogue import BINDING, read_page
from reportdiff.model.rule import Rule
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.screen import Screen


def render_rules_json(rules: Sequence[Rule], _screen: Screen) -> str:
    """Each rule with its levels and its page in Markdown; the schema is ``rules``."""
    return dump_json({"schema_version": 1, "rules": [_encode(rule) for rule in rules]}).decode()


def _encode(rule: Rule) -> Record:
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "draft_level": rule.draft_level.value,
        "summary": rule.summary,
        "can_be_waived": rule not in BINDING,
        "page": read_page(rule),
    }
