import type { Allowed } from './lock.ts'

/** What may come from elsewhere. Whoever adds a line here has read the licence, or the script. */
export const ALLOWED: Allowed = {
  registry: 'https://registry.npmjs.org/',
  licences: [
    ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
    ...['CC0-1.0', 'Unlicense', 'Zlib', 'Python-2.0', 'PSF-2.0']
  ],
  otherLicences: {
    '@fontsource-variable/noto-sans-sc@5.3.1': 'OFL-1.1: a font, shipped as it is, under its own name',
    'ical.js@2.2.1': 'MPL-2.0: used unchanged',
    'axe-core@4.14.1': 'MPL-2.0: in tests only',
    'spdx-exceptions@2.5.0': 'CC-BY-3.0: a list, in tests only',
    'chainsaw@0.1.0': 'MIT/X11, as it calls the MIT licence',
    'buffers@0.1.1': 'states none; below exceljs, in a part that reads workbooks, which the house never does',
    'sylvester@0.0.21': 'MIT by its LICENSE.txt; below natural',
    'jsonc-simple-parser@3.0.0': 'MIT by its LICENSE; in tests only',
    ...Object.fromEntries(
      [
        ...['', '-android-arm64', '-darwin-arm64', '-darwin-x64', '-freebsd-x64', '-linux-arm-gnueabihf'],
        ...['-linux-arm64-gnu', '-linux-arm64-musl', '-linux-x64-gnu', '-linux-x64-musl', '-win32-arm64-msvc'],
        '-win32-x64-msvc'
      ].map(of => [`lightningcss${of}@1.33.0`, 'MPL-2.0: builds the page, is no part of it'])
    )
  },
  installScripts: {
    'node@24.21.0': 'brings the Node.js that the house runs on',
    'esbuild@0.21.5':
      'below vitepress, for the documents only; puts its own program in place. allowScripts does not let it run'
  }
}
