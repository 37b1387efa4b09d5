/** Where the built style sheets, scripts, fonts and drawings are: their addresses change whenever their content does. */
export interface Assets {
  /** The address of an asset by its plain name: `url('staff.css')` → '/assets/staff-1a2b3c4d.css'. Throws for a name that was never built. */
  readonly url: (name: AssetName) => string
}

/** The assets that pages name. The build fails when one of them is missing. */
export const assetNames = [
  'app.css',
  'pupil.css',
  'before-paint.js',
  'start.js',
  'pupil.js',
  'passkey.js',
  'account.js',
  'mark.svg',
  'icon.svg',
  'regular.woff2',
  'bold.woff2',
] as const

/** One of {@link assetNames}. */
export type AssetName = (typeof assetNames)[number]

/** Addresses from a manifest of plain name → hashed name, as build-css writes it. */
export function assetsFrom(manifest: Readonly<Record<string, string>>): Assets {
  return {
    url(name) {
      const hashed = manifest[name]
      if (!hashed) throw new Error(`The asset ${name} was not built: run the build again.`)
      return `/assets/${hashed}`
    },
  }
}

/** Plain addresses for tests that render pages without a build. */
export const plainAssets: Assets = { url: (name) => `/assets/${name}` }
