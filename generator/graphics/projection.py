"""From degrees to the plane: Lambert's azimuthal equal-area projection, centred on the map.

It is true to area everywhere, nearly true to shape and distance on a map of a country or less, and knows no seam at the
180th meridian. The earth is a sphere of 6,371 km.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

EARTH = 6371.0
"""The mean radius of the earth, in kilometres."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The projection around a centre, given in degrees east and north."""

    lon: float
    lat: float

    def plane(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return degrees east and north as kilometres right of and below the centre."""
        east, sin0, cos0 = radians(self.lon), sin(radians(self.lat)), cos(radians(self.lat))
        found = []
        for lon, lat in points:
            turn, sin_lat, cos_lat = radians(lon) - east, sin(radians(lat)), cos(radians(lat))
            cos_turn = cos(turn)
            scale = EARTH * sqrt(2 / max(1e-9, 1 + sin0 * sin_lat + cos0 * cos_lat * cos_turn))
            found.append((scale * cos_lat * sin(turn), scale * (sin0 * cos_lat * cos_turn - cos0 * sin_lat)))
        return found

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return the degrees east and north of a point of the plane."""
        far = hypot(x, y)
        if not far:
            return self.lon, self.lat
        angle = 2 * asin(min(1.0, far / (2 * EARTH)))
        sin0, cos0 = sin(radians(self.lat)), cos(radians(self.lat))
        lat = asin(max(-1.0, min(1.0, cos(angle) * sin0 - y * sin(angle) * cos0 / far)))
        lon = atan2(x * sin(angle), far * cos0 * cos(angle) + y * sin0 * sin(angle))
        return self.lon + degrees(lon), degrees(lat)
