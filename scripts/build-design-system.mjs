// Builds the site's styles, scripts, icons, fonts and pictures into build/static/design_system.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "cms", "design_system", "source");
const target = join(root, "build", "static", "design_system");
const system = join(root, "node_modules", "@scottish-government", "design-system", "src");
const roboto = join(root, "node_modules", "@fontsource", "roboto", "files");

const ICONS = ["arrow_upward", "chevron_left", "chevron_right", "close", "menu", "priority_high", "search", "warning"];
const DOCUMENTS = ["csv", "excel", "generic", "image", "odp", "ods", "odt", "pdf", "ppt", "rtf", "text", "word", "xml", "zip"];
// Pages load the first two; PDF files take the third, too.
const FONTS = [
    "roboto-latin-400-normal.woff2",
    "roboto-latin-700-normal.woff2",
    "roboto-latin-400-italic.woff2",
];
const BUDGETS = { "site.css": 25_000, "site.js": 8_000 }; // bytes, compressed

async function styles() {
    const built = sass.compile(join(source, "styles", "site.scss"), {
        loadPaths: [system],
        logger: sass.Logger.silent,
        style: "compressed",
    });
    await writeFile(join(target, "site.css"), built.css);
}

async function scripts() {
    await esbuild.build({
        entryPoints: [join(source, "scripts", "site.ts")],
        bundle: true,
        format: "esm",
        legalComments: "none",
        logOverride: { "import-is-undefined": "error" },
        minify: true,
        outfile: join(target, "site.js"),
        target: "es2022",
    });
    await cp(join(source, "scripts", "js-enabled.js"), join(target, "js-enabled.js"));
}

// One file for all icons; each is a symbol that <use> draws by its name.
async function icons() {
    const symbols = await Promise.all(
        ICONS.map(async (name) => {
            const svg = await readFile(join(system, "images", "icons", "svg", `${name}.svg`), "utf8");
            const box = svg.match(/viewBox="([^"]+)"/)[1];
            const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
            return `<symbol id="${name}" viewBox="${box}">${shapes.replace(/<path d="[^"]*" fill="none"\/>/g, "")}</symbol>`;
        }),
    );
    await writeFile(join(target, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

async function files() {
    await cp(join(source, "images"), join(target, "images"), { recursive: true });
    await Promise.all([
        ...FONTS.map((name) => cp(join(roboto, name), join(target, "fonts", name))),
        ...DOCUMENTS.map((name) =>
            cp(join(system, "images", "documents", "svg", `${name}.svg`), join(target, "images", "documents", `${name}.svg`)),
        ),
    ]);
}

async function report() {
    let isWithin = true;
    for (const name of (await readdir(target)).sort()) {
        if (!/\.(css|js|svg)$/.test(name)) continue;
        const size = gzipSync(await readFile(join(target, name))).length;
        const budget = BUDGETS[name];
        isWithin &&= !budget || size <= budget;
        console.log(`${name}: ${size} bytes compressed${budget ? ` of ${budget} allowed` : ""}`);
    }
    if (!isWithin) {
        console.error("The build is larger than its budget.");
        process.exitCode = 1;
    }
}

async function build() {
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await Promise.all([styles(), scripts(), icons(), files()]);
    await report();
}

await build();
