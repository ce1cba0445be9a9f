"""The three clocks as lanes, and the strip of them under the map."""
