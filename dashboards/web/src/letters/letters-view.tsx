import { useMay } from '../data/may.ts'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { LETTERS_WORDS } from '../words-letters.ts'
import { LetterSheet } from './letter-sheet.tsx'
import { LettersPane } from './letters-pane.tsx'
import { OwnSheet } from './own-sheet.tsx'
import { type LetterPlace, useLetterPlace } from './place.ts'

learnWords(LETTERS_WORDS)

/** What the house told people: one's own letters to be received, and for who may all of them with their receipts. */
export function LettersView({ now }: Pick<ViewProps, 'now'>) {
  const asked = useLetterPlace()
  const readsAll = useMay()('letter.read')
  const place: LetterPlace = readsAll ? asked : { ...asked, box: 'mine' }
  return (
    <>
      <LettersPane place={place} now={now} />
      {place.open !== undefined && (
        <Sheet name={t('view.letters')}>
          {place.box === 'mine' ? (
            <OwnSheet key={place.open} id={place.open} now={now} />
          ) : (
            <LetterSheet key={place.open} id={place.open} now={now} />
          )}
        </Sheet>
      )}
    </>
  )
}
