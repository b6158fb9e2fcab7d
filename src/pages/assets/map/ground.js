// @ts-check
import { readView, writeView } from './address.js';

const MOST_ZOOM = 18;
/** Zoom levels up to which the map goes by itself: where tiles show streets, and where there is only sea. */
const CLOSE = 13;
const COARSE = 5;

/**
 * The map itself: outlines, and tiles where the site has some.
 * @param {any} L Leaflet
 * @param {HTMLElement} holder
 * @param {{ settings: any, outlines: readonly any[] }} what
 */
export function createGround(L, holder, { settings, outlines }) {
  const { texts, tiles } = settings;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(holder, {
    zoomControl: false,
    attributionControl: false,
    // Tiles are sharp at whole levels only.
    zoomSnap: tiles ? 1 : 0.25,
    minZoom: 1,
    maxZoom: MOST_ZOOM,
    maxBounds: [
      [-85, -180],
      [85, 180],
    ],
    maxBoundsViscosity: 1,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    inertia: !isStill,
    scrollWheelZoom: false,
  });
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (tiles) L.tileLayer(tiles.template, { maxZoom: MOST_ZOOM, noWrap: true }).addTo(map);
  drawOutlines(L, map, outlines, tiles !== undefined);
  // Who has put the hand on the map means the map; until then the wheel turns the page.
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  return {
    map,
    /** @param {any} box west, south, east, north */
    show(box) {
      const maxZoom = tiles ? CLOSE : closest(L, map, box, outlines);
      map.fitBounds(boundsOf(L, box), { padding: [24, 24], maxZoom, animate: !isStill });
    },
    bounds() {
      const bounds = map.getBounds();
      return {
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      };
    },
  };
}

const boundsOf = (L, [west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

/** Where there is nothing but an outline, some of it must be seen to know where one is. */
function closest(L, map, [west, south, east, north], outlines) {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const land = outlines.find(
    ({ box: [left, bottom, right, top] }) =>
      longitude >= left && longitude <= right && latitude >= bottom && latitude <= top,
  );
  return land ? map.getBoundsZoom(boundsOf(L, land.box)) + 0.5 : COARSE;
}

function drawOutlines(L, map, outlines, hasTiles) {
  for (const { rings } of outlines)
    L.polygon(rings, {
      className: hasTiles ? 'land over-tiles' : 'land',
      interactive: false,
      weight: 1,
      smoothFactor: 0.7,
    }).addTo(map);
}

/**
 * The view stands in the address, so that it can be shared: what the fragment names is shown, what is shown is named.
 * @param {any} map
 */
export function keepViewInAddress(map) {
  const follow = () => {
    const wanted = readView(location.hash);
    if (wanted) map.setView([wanted.latitude, wanted.longitude], wanted.zoom, { animate: false });
    return wanted !== undefined;
  };
  addEventListener('hashchange', follow);
  return {
    follow,
    tell() {
      const { lat, lng } = map.getCenter();
      history.replaceState(null, '', writeView({ zoom: map.getZoom(), latitude: lat, longitude: lng }));
    },
  };
}
