import { t } from '../language.ts'
import { SHORTCUTS, type Shortcut } from './shortcuts.ts'

/** What stands in the title of a button that a key presses too. */
export const keyHint = (name: Shortcut): string => t('key.hint', { key: SHORTCUTS[name].keys[0].toUpperCase() })
