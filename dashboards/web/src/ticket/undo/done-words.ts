import { known, t } from '../../language.ts'

/** What an act did, by its name. */
export const doneWords = (type: string): string => known(`did.${type}`) ?? t('did.other')
