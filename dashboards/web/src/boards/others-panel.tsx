import type { BoardFigure, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { t } from '../language.ts'
import { comparisonOf } from './comparison.ts'
import { Defined, Versus } from './figure-mark.tsx'
import { figureDefinition, figureName, unitOf, valueWords } from './figure-words.ts'
import { KEY_FIGURES } from './key-figures.ts'
import { Listed } from './listed-link.tsx'
import style from './others.module.css'
import { Panel } from './panel.tsx'
import type { BoardPlace } from './place.ts'

const ABOVE: ReadonlySet<string> = new Set(KEY_FIGURES)

/** All that is counted beside the key figures. */
export function OthersPanel({ data, place }: { data: BoardOverview; place: BoardPlace }) {
  const { figures, definitions } = data
  const counting = data.counting !== undefined
  return (
    <Panel title={t('boards.others')} wide={12}>
      <ul className={style.others}>
        {figures
          .filter(({ figure }) => !ABOVE.has(figure))
          .map(of => (
            <Other key={of.figure} of={of} definitions={definitions} place={place} counting={counting} />
          ))}
      </ul>
    </Panel>
  )
}

type OtherProps = { of: BoardFigure; definitions: BoardOverview['definitions']; place: BoardPlace; counting: boolean }

function Other({ of, definitions, place, counting }: OtherProps) {
  const name = figureName(definitions, of.figure)
  const unit = unitOf(definitions, of.figure)
  const words = valueWords(of, unit, { counting })
  return (
    <li className={style.other} data-figure={of.figure}>
      <span className={style.name}>
        {name}
        <Defined name={name} definition={figureDefinition(definitions, of.figure)} />
      </span>
      <Versus of={comparisonOf(of.figure, unit, of)} />
      <Listed
        place={place}
        list={{ list: of.figure }}
        name={t('boards.open-list', { name, value: words })}
        className={of.value === null ? style.none : style.value}
      >
        <span data-value={of.value ?? ''}>{words}</span>
      </Listed>
    </li>
  )
}
