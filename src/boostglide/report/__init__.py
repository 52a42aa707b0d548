"""A report from verdicts: one page, charts, data and verdicts for machines."""

from boostglide.report.altitude_range import Band as Band
from boostglide.report.altitude_range import Paths as Paths
from boostglide.report.altitude_range import altitude_band as altitude_band
from boostglide.report.altitude_range import altitude_range_chart as altitude_range_chart
from boostglide.report.curve import Curve as Curve
from boostglide.report.curve import Threshold as Threshold
from boostglide.report.curve import curve_chart as curve_chart
from boostglide.report.distribution import Panel as Panel
from boostglide.report.distribution import Row as Row
from boostglide.report.distribution import distribution_chart as distribution_chart
from boostglide.report.lineage_graph import Debt as Debt
from boostglide.report.lineage_graph import Node as Node
from boostglide.report.lineage_graph import lineage_graph as lineage_graph
from boostglide.report.projection import Globe as Globe
from boostglide.report.projection import equal_earth as equal_earth
from boostglide.report.publish import claim_review as claim_review
from boostglide.report.style import Sheet as Sheet
from boostglide.report.style import png as png
from boostglide.report.style import svg as svg
from boostglide.report.verdict_words import VERDICT_WORDS as VERDICT_WORDS
from boostglide.report.verdict_words import VerdictWord as VerdictWord
from boostglide.report.world_map import Track as Track
from boostglide.report.world_map import world_map as world_map
from boostglide.report.writing import check_target as check_target
from boostglide.report.writing import write_report as write_report
