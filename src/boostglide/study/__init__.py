"""Scenarios run over sampled parameters; the quantities that claims and reports ask for."""

from boostglide.study.blocks import FlownBlock as FlownBlock
from boostglide.study.blocks import flown_blocks as flown_blocks
from boostglide.study.build import build_flight as build_flight
from boostglide.study.catalogue import known_quantities as known_quantities
from boostglide.study.catalogue import run_study as run_study
from boostglide.study.catalogue import study_names as study_names
from boostglide.study.flown import Flown as Flown
from boostglide.study.flown import fly_scenario as fly_scenario
from boostglide.study.record import SUMMARY as SUMMARY
from boostglide.study.record import Event as Event
from boostglide.study.record import FlightRecord as FlightRecord
from boostglide.study.result import Parameter as Parameter
from boostglide.study.result import Quantity as Quantity
from boostglide.study.result import StudyResult as StudyResult
from boostglide.study.running_quantiles import RunningQuantiles as RunningQuantiles
from boostglide.study.series import trace_members as trace_members
from boostglide.study.stream import quantiles_along as quantiles_along
