import type { Job } from "../job.ts";

export const maps: Job = {
  id: "maps",
  title: "Maps",
  definition: "Draws maps.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/leaflet", "pkg:npm/react-leaflet"], reason: "Leaflet" },
    { packages: ["pkg:npm/maplibre-gl", "pkg:npm/react-map-gl"], reason: "MapLibre" },
    { packages: ["pkg:npm/mapbox-gl"], reason: "Mapbox" },
    { packages: ["pkg:npm/ol", "pkg:npm/openlayers"], reason: "OpenLayers" },
    {
      packages: [
        "pkg:npm/%40googlemaps/js-api-loader",
        "pkg:npm/%40react-google-maps/api",
        "pkg:npm/google-maps-react",
      ],
      reason: "Google Maps",
    },
    { packages: ["pkg:npm/cesium"], reason: "globe" },
    { packages: ["pkg:npm/deck.gl", "pkg:npm/%40deck.gl/core"], reason: "deck.gl" },
    { packages: ["pkg:gem/leaflet-rails"], reason: "Leaflet" },
    { packages: ["pkg:gem/gmaps4rails"], reason: "Google Maps" },
    { packages: ["pkg:gem/mapkick-rb"], reason: "Mapbox and MapLibre" },
    {
      packages: ["pkg:pypi/folium", "pkg:pypi/django-leaflet", "pkg:pypi/ipyleaflet"],
      reason: "Leaflet",
    },
    { packages: ["pkg:pypi/keplergl", "pkg:pypi/pydeck"], reason: "deck.gl" },
    { packages: ["pkg:pypi/cartopy"], reason: "images" },
    { packages: ["pkg:pypi/googlemaps"], reason: "Google Maps" },
    {
      packages: ["pkg:maven/org.geotools/gt-render", "pkg:maven/org.geotools/gt-main"],
      reason: "GeoTools",
    },
    { packages: ["pkg:maven/com.google.maps/google-maps-services"], reason: "Google Maps" },
    { packages: ["pkg:golang/googlemaps.github.io/maps"], reason: "Google Maps" },
    { packages: ["pkg:golang/github.com/flopp/go-staticmaps"], reason: "images" },
  ],
  absent: {},
};
