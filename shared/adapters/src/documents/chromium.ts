import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => {
    const root = process.env[name]
    return root === undefined
      ? []
      : [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
  })
}

/** The program that prints: the one that is named, else what the machine has where such programs are. */
export async function findChromium(named?: string): Promise<string | undefined> {
  if (named !== undefined) return (await runs(named)) ? named : undefined
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  for (const place of [...(PLACES[process.platform] ?? []), ...onPath]) if (await runs(place)) return place
}

const runs = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false // not there, or not ours to run: the next place is looked at
  )
