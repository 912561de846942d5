import { useEffect, useRef, useState } from 'react'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Pane, Waiting } from '../pane/pane.tsx'
import { Facets } from './facets.tsx'
import style from './find.module.css'
import { Found } from './found.tsx'
import { Head } from './head.tsx'
import { SearchHelp } from './help.tsx'
import { Mistake, mistakeIn } from './mistake.tsx'
import { changedPlace, type FindPlace, formatFindPlace } from './place.ts'
import { useSearch } from './use-search.ts'

/** What one asks for, what was found, and by what it can be narrowed. */
export function SearchPane({ place, now }: { place: FindPlace; now: number }) {
  const { rows, first, ...list } = useSearch(place)
  const scroll = useRef<HTMLDivElement>(null)
  const { ticket, ...asked } = place
  const key = formatFindPlace(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is read from its beginning
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 })
  }, [key])

  const [helping, setHelping] = useState(false)
  const mistake = mistakeIn(list.error)
  const head = (
    <Head
      place={place}
      help={helping}
      onHelp={() => setHelping(!helping)}
      {...(first && !mistake && { answer: first })}
    />
  )
  return (
    <Pane name={t('view.search')} head={head} scroll={scroll} busy={list.isPlaceholderData}>
      {helping || place.q === undefined ? (
        <SearchHelp what={place.what} q={place.q} onChoose={() => setHelping(false)} />
      ) : mistake ? (
        <>
          <Mistake q={place.q} mistake={mistake} />
          <SearchHelp what={place.what} q={undefined} onChoose={() => setHelping(false)} />
        </>
      ) : (
        <>
          {first?.facets && <Facets facets={first.facets} q={place.q} what={place.what} />}
          <PagedList
            list={list}
            rows={rows}
            failed={t('find.failed')}
            waiting={<Waiting className={style.waiting} cards={6} title="30%" lines={2} />}
            nothing={<Notice title={t('find.nothing')} hint={t('find.nothing-hint')} />}
            draw={row => (
              <Found
                key={(row.ticket ?? row.comment ?? row.post)?.id}
                row={row}
                openTicket={ticket}
                hrefOf={id => formatFindPlace(changedPlace(place, { ticket: id }))}
                now={now}
              />
            )}
          />
        </>
      )}
    </Pane>
  )
}
