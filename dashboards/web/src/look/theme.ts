import { useSyncExternalStore } from 'react'
import { stored } from '../data/stored.ts'

/** Light or dark: what the person chose, else what the system says. All colours hang on `data-theme`. */

export const LOOKS = ['auto', 'light', 'dark'] as const
export type Look = (typeof LOOKS)[number]

const preference = stored<Look>('huiyin.look', value => LOOKS.find(look => look === value))
const night = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

let chosen: Look = preference.read() ?? 'auto'

const isDark = () => (chosen === 'auto' ? night.matches : chosen === 'dark')

function show(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

export function choose(look: Look): void {
  chosen = look
  preference.write(look)
  show()
}

/** Shows the theme from now on; the system's change of mind is followed. */
export function startTheme(): void {
  show()
  night.addEventListener('change', show)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLook = () => useSyncExternalStore(subscribe, () => chosen)
export const useIsDark = () => useSyncExternalStore(subscribe, isDark)
