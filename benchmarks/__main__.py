"""Run benchmarks: `python3 run.py bench [NAME ...] [--json] [--yardstick FOLDER]`.

Each runs in a process of its own, so that its peak memory is its own. Nothing here gates a test by the clock.
"""

import argparse
import json
import pathlib
import subprocess
import sys

NAMES = ("glide-ensemble", "glide-1e3", "glide-1e4", "glide-1e5", "glide-1e6")


def run_one(name: str, yardstick: pathlib.Path | None) -> dict:
    """Run one benchmark in this process."""
    from boostglide.solve import configure

    configure()
    from glide_ensemble import glide_ensemble

    if name == "glide-ensemble":
        return glide_ensemble(yardstick=yardstick).to_json_dict()
    return glide_ensemble(int(float(name.removeprefix("glide-"))), name=name).to_json_dict()


def run_apart(name: str, yardstick: pathlib.Path | None) -> dict:
    """Run one benchmark in a process of its own."""
    command = [sys.executable, __file__, name, "--inside"]
    command += ["--yardstick", str(yardstick)] if yardstick else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        sys.exit(f"Benchmark {name} failed: {lines[-1] if lines else 'no message'}")
    return json.loads(done.stdout)


def show(results: list[dict]) -> None:
    """Print a table."""
    print(
        f"{'benchmark':16} {'members':>9} {'seconds':>9} {'a second':>9} "
        f"{'error m':>8} {'MB':>6} {'of yardstick':>13}"
    )
    for each in results:
        ratio = "-" if each["yardstick_ratio"] is None else f"{each['yardstick_ratio']:.2f}"
        print(
            f"{each['name']:16} {each['members']:>9,} {each['seconds']:>9.4f} {each['per_second']:>9,.0f} "
            f"{each['max_error_m']:>8.1f} {each['peak_rss_mb']:>6.0f} {ratio:>13}"
        )


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        prog="run.py bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES)}; the first by default"
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
    names = options.names or NAMES[:1]
    if options.inside:
        try:
            print(json.dumps(run_one(names[0], options.yardstick)))
        except ValueError as error:
            sys.exit(str(error))
        return
    results = [run_apart(name, options.yardstick) for name in names]
    if options.json:
        print(json.dumps({"benchmarks": results}, indent=2))
    else:
        show(results)


if __name__ == "__main__":
    main()
