#!/usr/bin/env bash
# Copies what the pages serve themselves out of the packages of package-lock.json:
#   npm ci --ignore-scripts && ./copy.sh
set -euo pipefail
cd "$(dirname "$0")"
to=../resources/static/vendor
rm -rf "$to"
mkdir -p "$to/fonts"
grep -v sourceMappingURL node_modules/@tabler/core/dist/css/tabler.min.css > "$to/tabler.min.css"
cp node_modules/htmx.org/dist/htmx.min.js "$to/"
cp node_modules/@fontsource/be-vietnam-pro/LICENSE "$to/fonts/LICENSE"
{
  for weight in 400 500 600 700; do
    for subset in vietnamese latin-ext latin; do
      file="be-vietnam-pro-$subset-$weight-normal.woff2"
      cp "node_modules/@fontsource/be-vietnam-pro/files/$file" "$to/fonts/"
    done
    node -e '
      const css = require("fs").readFileSync(`node_modules/@fontsource/be-vietnam-pro/${process.argv[1]}.css`, "utf8");
      process.stdout.write(css.replace(/url\(\.\/files\//g, "url(fonts/").replace(/, url\([^)]*\.woff\) format\([^)]*\)/g, ""));
    ' "$weight"
  done
} > "$to/be-vietnam-pro.css"
icons="checklist search clock history user chevron-down arrow-back-up"
{
  echo '<svg xmlns="http://www.w3.org/2000/svg">'
  for icon in $icons; do
    file="node_modules/@tabler/icons/icons/outline/$icon.svg"
    [ -f "$file" ] || { echo "no icon $icon" >&2; exit 1; }
    node -e '
      const svg = require("fs").readFileSync(process.argv[1], "utf8");
      const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s+/g, " ");
      process.stdout.write(`<symbol id="${process.argv[2]}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>\n`);
    ' "$file" "$icon"
  done
  echo '</svg>'
} > "$to/icons.svg"
