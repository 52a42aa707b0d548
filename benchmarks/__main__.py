"""Run benchmarks: `python3 run.py bench [NAME ...] [--json] [--yardstick FOLDER]`.

Each runs in a process of its own, so that its peak memory is its own. Nothing here gates a test by the clock.
"""

import argparse
import json
import pathlib
import subprocess
import sys

USUAL = ("glide-ensemble", "single-flight", "gradient", "boost-glide", "relaxation")
NAMES = (*USUAL, "glide-1e3", "glide-1e4", "glide-1e5", "glide-1e6")


def run_one(name: str, yardstick: pathlib.Path | None) -> list[dict]:
    """Run one benchmark in this process."""
    from boostglide.solve import configure

    configure()
    return [result.to_json_dict() for result in _measure(name, yardstick)]


def _measure(name: str, yardstick: pathlib.Path | None) -> list:
    if name == "single-flight":
        from single_flight import single_flight

        return single_flight()
    if name == "gradient":
        from gradient import gradient

        return gradient()
    if name == "boost-glide":
        from boost_glide import boost_glide

        return boost_glide()
    if name == "relaxation":
        from relaxation import relaxation

        return relaxation()
    from glide_ensemble import glide_ensemble

    if name == "glide-ensemble":
        return glide_ensemble(yardstick=yardstick)
    return glide_ensemble(int(float(name.removeprefix("glide-"))), name=name)


def run_apart(name: str, yardstick: pathlib.Path | None) -> list[dict]:
    """Run one benchmark in a process of its own."""
    command = [sys.executable, __file__, name, "--inside"]
    command += ["--yardstick", str(yardstick)] if yardstick else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        sys.exit(f"Benchmark {name} failed: {lines[-1] if lines else 'no message'}")
    return json.loads(done.stdout)


def show(results: list[dict]) -> None:
    """Print a table; a ratio stands with what it compares."""
    print(
        f"{'benchmark':15} {'program':26} {'members':>9} {'seconds':>9} {'a second':>9} {'error m':>8} "
        f"{'MB':>5}  ratio"
    )
    for each in results:
        if each["seconds"] is None:
            print(f"{each['name']:15} {each['program']}")
            continue
        error = "-" if each["max_error_m"] is None else f"{each['max_error_m']:.1f}"
        ratio = "-" if each["ratio"] is None else f"{each['ratio']:.2f} {each['meaning']}"
        print(
            f"{each['name']:15} {each['program']:26} {each['members']:>9,} {each['seconds']:>9.5f} "
            f"{each['per_second']:>9,.0f} {error:>8} {each['peak_rss_mb']:>5.0f}  {ratio}"
        )


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        prog="run.py bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES)}; the first five by default"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--yardstick", type=pathlib.Path, metavar="FOLDER", help="folder of the built yardstick program"
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in NAMES]
    if unknown:
        parser.error(f"unknown benchmark {', '.join(unknown)}; known are {', '.join(NAMES)}")
    names = options.names or USUAL
    if options.inside:
        try:
            print(json.dumps(run_one(names[0], options.yardstick)))
        except ValueError as error:
            sys.exit(str(error))
        return
    results = [result for name in names for result in run_apart(name, options.yardstick)]
    if options.json:
        print(json.dumps({"benchmarks": results}, indent=2))
    else:
        show(results)


if __name__ == "__main__":
    main()
