"""A flown path: what heating, plasma and sensing need to know of a flight, wherever it comes from."""

import equinox as eqx

from boostglide.core.arrays import Array, Float, Time
from boostglide.core.freestream import Freestream


class Trajectory(eqx.Module):
    """One path through the atmosphere, sampled in time; a batch of paths has a leading axis everywhere.

    Parameters
    ----------
    time
        Time since the start of the path [s], rising.
    position, velocity
        Earth-fixed Cartesian position [m] and Earth-relative velocity [m/s], shape (time, 3).
    latitude, longitude
        Geodetic latitude and longitude [rad] on WGS84.
    altitude
        Geodetic (geometric) altitude above WGS84 [m].
    ground_range
        Distance travelled over the ground since the start, on the sphere of radius 6371008.8 m [m]; it keeps
        growing past half the globe.
    speed
        Earth-relative speed [m/s]; the air turns with the Earth.
    flight_path_angle
        Angle of the velocity above the local geodetic horizontal [rad].
    heading
        Direction of the horizontal velocity, clockwise from north [rad].
    density, pressure, temperature, sound_speed
        Free stream [kg/m^3], [Pa], [K], [m/s].
    lift_acceleration, drag_acceleration
        Aerodynamic force over mass [m/s^2].
    mass
        Mass of the body [kg].
    phase
        Number of the phase that each time belongs to [-].
    airspeed
        Speed relative to the air [m/s]; None where there is no wind, so that it is the speed.
    thrust_acceleration
        Thrust over mass [m/s^2], or None without propulsion.
    angle_of_attack, bank
        Angle of attack [rad], zero where the aerodynamics know none, and bank [rad]; None where the path does
        not come from a flight of ours.
    in_range
        1 where atmosphere, wind, aerodynamics and propulsion are inside their ranges, else 0 [-]; None where
        the path does not come from a flight of ours.
    integrals
        Values of the quadratures of the flight, each of shape (time,), any unit.
    assumptions
        One sentence for each choice that the numbers rest on.
    """

    time: Time
    position: Float[Array, "time 3"]
    velocity: Float[Array, "time 3"]
    latitude: Time
    longitude: Time
    altitude: Time
    ground_range: Time
    speed: Time
    flight_path_angle: Time
    heading: Time
    density: Time
    pressure: Time
    temperature: Time
    sound_speed: Time
    lift_acceleration: Time
    drag_acceleration: Time
    mass: Time
    phase: Time
    airspeed: Time | None = None
    thrust_acceleration: Time | None = None
    angle_of_attack: Time | None = None
    bank: Time | None = None
    in_range: Time | None = None
    integrals: tuple[Time, ...] = ()
    assumptions: tuple[str, ...] = eqx.field(static=True, default=())

    @property
    def freestream(self) -> Freestream:
        """The air met along the path."""
        airspeed = self.speed if self.airspeed is None else self.airspeed
        return Freestream(self.density, self.pressure, self.temperature, self.sound_speed, airspeed)

    @property
    def mach(self) -> Time:
        """Mach number along the path [-]."""
        return self.freestream.mach

    @property
    def load_factor(self) -> Time:
        """Aerodynamic acceleration in units of standard gravity 9.80665 m/s^2 [-]."""
        return (self.lift_acceleration**2 + self.drag_acceleration**2) ** 0.5 / 9.80665
