"""Prose back to claims: what the sentences of a published document say of which figures."""

from mingzhang.narrative.prose.coverage import share_bound as share_bound
from mingzhang.narrative.prose.coverage import unbound as unbound
from mingzhang.narrative.prose.understand import understand as understand
