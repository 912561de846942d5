import type { SettingName } from '@huiyin/schemas/setting.ts'
import { t } from '../language.ts'

/** Accounts are settings too; they have a page of their own. */
export const settingWords = (what: SettingName): string => t(what === 'accounts' ? 'view.accounts' : `part.${what}`)
