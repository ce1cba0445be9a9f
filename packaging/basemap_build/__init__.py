"""Makes `resources/basemap.sqlite`: countries, regions, rivers and lakes at three details."""
