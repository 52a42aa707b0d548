"""Whole flights from launch to landing: an ensemble of a bundled scenario, beside the ensemble of glides."""

from clock import shortest
from glide_ensemble import fly_all
from result import Result, timed

from boostglide.core import data_path
from boostglide.flight import fly
from boostglide.scenario import load_scenario
from boostglide.solve import Settings
from boostglide.study import build_flight, record_ensemble

SCENARIO = "medium-range-launch"
SETTINGS = Settings(tolerance=3e-7)
GLIDES = 65_536


def boost_glide(members: int = 4096, repeats: int = 3) -> list[Result]:
    """Fly the members to their ends; then with paths, which are reduced to numbers and quantiles.

    Parameters
    ----------
    members
        How many trajectories [-].
    repeats
        How often the whole is timed [-].
    """
    scenario = load_scenario(data_path(f"scenario/{SCENARIO}.yaml"))
    samples = scenario.sample(members, 1)
    glides = GLIDES / shortest(lambda: fly_all(GLIDES), repeats)

    def row(program: str, action) -> Result:
        seconds = shortest(action, repeats)
        meaning = f"of the rate of glides, {glides:,.0f} a second"
        return timed(
            "boost-glide", program, members, seconds, ratio=members / seconds / glides, meaning=meaning
        )

    return [
        row("launch to landing, ends", lambda: fly(*build_flight(scenario, samples), SETTINGS)),
        row("the same with paths", lambda: record_ensemble(scenario, samples)),
    ]
