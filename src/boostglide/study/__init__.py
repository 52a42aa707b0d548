"""Scenarios run over sampled parameters; the quantities that claims and reports ask for."""

from boostglide.study.result import Parameter as Parameter
from boostglide.study.result import Quantity as Quantity
from boostglide.study.result import StudyResult as StudyResult
