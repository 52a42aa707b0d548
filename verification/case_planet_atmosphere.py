"""The US Standard Atmosphere 1976, tables I to III of NOAA-S/T 76-1562, against the model.

The report prints five figures up to 86 km, rounded in some places and cut in others. Above, the model
integrates the report's diffusion equations anew; the report's own integration differs from that by up to 6e-5
in pressure, and its densities have four figures.
"""

from boostglide.planet import dynamic_viscosity, mean_free_path, standard_atmosphere
from verification.row import Row

# Geometric altitude [km]: temperature [K], pressure [mbar], density [kg/m^3], as printed.
TABLE = {
    -5: (320.676, 1.7776e3, 1.9311e0),
    0: (288.150, 1.01325e3, 1.2250e0),
    5: (255.676, 5.4048e2, 7.3643e-1),
    20: (216.650, 5.5293e1, 8.8910e-2),
    40: (250.350, 2.8714e0, 3.9957e-3),
    50: (270.650, 7.9779e-1, 1.0269e-3),
    70: (219.585, 5.2209e-2, 8.2829e-5),
    80: (198.639, 1.0524e-2, 1.8458e-5),
    86: (186.87, 3.7338e-3, 6.958e-6),
    100: (195.08, 3.2011e-4, 5.604e-7),
    120: (360.00, 2.5382e-5, 2.222e-8),
    150: (634.39, 4.5422e-6, 2.076e-9),
    200: (854.56, 8.4736e-7, 2.541e-10),
    300: (976.01, 8.7704e-8, 1.916e-11),
    500: (999.24, 3.0236e-9, 5.215e-13),
    750: (999.99, 2.2599e-10, 1.788e-14),
    1000: (1000.00, 7.5138e-11, 3.561e-15),
}


def compare() -> list[Row]:
    """Printed against computed, at altitudes from -5 to 1000 km."""
    rows = []
    for kilometres, (temperature, millibar, density) in TABLE.items():
        air, tolerance = standard_atmosphere(kilometres * 1e3), 1e-4 if kilometres < 86 else 2e-4
        for name, unit, published, computed in (
            ("temperature", "K", temperature, air.temperature),
            ("pressure", "Pa", millibar * 100, air.pressure),
            ("density", "kg/m^3", density, air.density),
        ):
            quantity = f"{name} at {kilometres} km"
            rows.append(Row(quantity, published, float(computed), unit, tolerance, "us76, table I"))
    return rows + _sea_level()


def _sea_level() -> list[Row]:
    """Derived quantities at altitude zero."""
    air = standard_atmosphere(0.0)
    viscosity = float(dynamic_viscosity(air.temperature))
    path = float(mean_free_path(air.pressure, air.temperature))
    return [
        Row("speed of sound at 0 km", 340.294, float(air.sound_speed), "m/s", 3e-6, "us76, table III"),
        Row("dynamic viscosity at 0 km", 1.7894e-5, viscosity, "Pa s", 3e-5, "us76, table III"),
        Row("mean free path at 0 km", 6.6332e-8, path, "m", 1e-5, "us76, table II"),
    ]
