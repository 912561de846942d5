import type { SearchAnswer } from '@huiyin/schemas/api-search.ts'
import { Button } from 'antd'
import { t } from '../language.ts'
import { Order } from '../search/choice.tsx'
import { SearchBox } from '../search/search-box.tsx'
import style from './find.module.css'
import { type FindPlace, goFind, SORTS, WHATS } from './place.ts'
import { SavedMenu } from './saved-menu.tsx'

const LONGEST = 1_000

/** The box, what is searched, in which order, and what came of it. */
type HeadProps = { place: FindPlace; answer?: SearchAnswer; help: boolean; onHelp: () => void }

export const Head = ({ place, answer, help, onHelp }: HeadProps) => (
  <search className={style.head}>
    <SearchBox
      className={style.box}
      q={place.q}
      name={t('find.name')}
      placeholder={t('find.placeholder')}
      atMost={LONGEST}
      onChange={q => goFind({ q }, { replace: true })}
    />
    <div className={style.choices}>
      <span className={style.whats} role="radiogroup" aria-label={t('find.what')}>
        {WHATS.map(what => (
          // biome-ignore lint/a11y/useSemanticElements: a row of buttons, one of which is chosen
          <button
            key={what}
            type="button"
            role="radio"
            aria-checked={what === place.what}
            onClick={() => goFind({ what }, { replace: true })}
          >
            {t(`find.what.${what}`)}
          </button>
        ))}
      </span>
      <Order
        name={t('filter.sort')}
        value={place.sort ?? 'relevance'}
        of={SORTS[place.what]}
        draw={sort => t(`find.sort.${sort}`)}
        onChange={sort => goFind({ sort }, { replace: true })}
      />
      <Button size="small" aria-expanded={help} onClick={onHelp}>
        {t(help ? 'find.help-close' : 'find.help')}
      </Button>
      <SavedMenu place={place} />
    </div>
    <p className={style.summary} role="status">
      {answer && place.q !== undefined && (
        <>
          {t('find.total', { total: answer.total.toLocaleString('en') })}
          {answer.understood.words.length > 0 && (
            <span>{t('find.understood', { words: answer.understood.words.join(' · ') })}</span>
          )}
        </>
      )}
    </p>
  </search>
)
