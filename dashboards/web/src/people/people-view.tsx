import { usePeople } from '../data/people.ts'
import { useMe } from '../data/session.ts'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import { mayPropose, mayReadPeople } from './may.ts'
import { PeoplePane } from './people-pane.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonSheet } from './person-sheet.tsx'
import { NEW, openPerson, useOpenPerson } from './place.ts'

/** Who signs in here; beside them whoever is open, or the form for somebody new. */
export function PeopleView({ now }: { now: number }) {
  const open = useOpenPerson()
  const me = useMe()
  if (!mayReadPeople(me)) return <Notice title={t('people.failed')} hint={t('problem.NOT_ALLOWED')} />
  const adds = mayPropose(me)
  return (
    <>
      <PeoplePane open={open} now={now} adds={adds} />
      {open !== undefined && (
        <Sheet name={t('people')}>
          {open === NEW && adds ? (
            <PersonForm key={NEW} onClose={() => openPerson(undefined)} />
          ) : (
            <OpenPerson key={open} id={open} now={now} />
          )}
        </Sheet>
      )}
    </>
  )
}

function OpenPerson({ id, now }: { id: string; now: number }) {
  const { data, isPending } = usePeople(true)
  const row = data?.find(person => person.id === id)
  if (row) return <PersonSheet row={row} now={now} />
  if (isPending) return <Loading />
  return <Notice title={t('people.none')} hint={t('people.none-hint')} />
}
