// The rules of `make lint` for the web app. tsconfig.json has those of `make types`.
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

const VAGUE_NAMES = ["one", "found", "given", "told", "said", "held", "wanted"];

// The layers of src/, the lowest first. A module imports modules of its own folder and of lower layers only.
const LAYERS = [
  ["html.ts", "format.ts", "text-rules.ts", "routes.ts", "problem.ts", "portal-limits.ts"],
  ["words.ts", "limits.ts", "store"],
  ["api.ts", "router.ts"],
  ["outbox"],
  ["session.ts"],
  ["data"],
  ["parts"],
  ["sign-in"],
  ["outbox-screens"],
  ["contacts"],
  ["invoice"],
  ["jobs"],
  ["today", "search", "job", "money", "account", "install", "accessibility"],
  ["app.ts"],
  ["later.ts"],
  ["main.ts", "service-worker.ts"],
];

const ZONES = LAYERS.flatMap((layer, index) =>
  layer.map((target) => ({
    target: `src/${target}`,
    from: LAYERS.slice(index)
      .flat()
      .filter((name) => name !== target)
      .map((name) => `src/${name}`),
    message: "A module imports its own folder and lower layers only (LAYERS in eslint.config.js).",
  })),
);
export default defineConfig([
  { ignores: ["dist"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { "import-x": importX },
    rules: {
      "id-denylist": ["error", ...VAGUE_NAMES],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: ZONES }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    languageOptions: { parser: typescript.parser, globals: { ...globals.browser } },
    plugins: { "react-hooks": reactHooks, typescript: typescript.plugin },
    settings: { "import-x/parsers": { "@typescript-eslint/parser": [".ts"] }, "import-x/extensions": [".ts"] },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-undef": "off", // tsc checks names
      "no-unused-vars": "off",
      "typescript/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["*.js", "*.mjs"], languageOptions: { globals: { ...globals.node } } },
]);
