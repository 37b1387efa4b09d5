import type { ComponentChildren, JSX } from 'preact'
import { ReadAloud } from '../../../../web/layout/read-aloud.js'
import { Picture, type PictureName } from '../../../../web/pictures/picture.js'

/** What every tile shows: a picture, a few words, perhaps one line more. */
export interface TileProps {
  /** Unique on the page: the loudspeaker finds the words by it. */
  readonly id: string
  readonly picture: PictureName
  readonly text: string
  readonly more?: string
  /** What the loudspeaker is called: 'Read this to me'. */
  readonly read: string
}

/** The loudspeaker stands beside the tile, not in it: a button inside a link or a button is two things to press at once. */
function Tile({ tile, children }: { readonly tile: TileProps; readonly children: ComponentChildren }): JSX.Element {
  return (
    <li class="tile-place">
      {children}
      <ReadAloud of={[`${tile.id}-words`]} label={`${tile.read}: ${tile.text}`} />
    </li>
  )
}

function TileFace({ tile }: { readonly tile: TileProps }): JSX.Element {
  return (
    <>
      <Picture name={tile.picture} />
      <span class="tile-words" id={`${tile.id}-words`}>
        <b>{tile.text}</b>
        {tile.more === undefined ? null : <span class="tile-more">{tile.more}</span>}
      </span>
    </>
  )
}

/** A tile that leads to another page. */
export function LinkTile({ href, ...tile }: TileProps & { readonly href: string }): JSX.Element {
  return (
    <Tile tile={tile}>
      <a class="tile" href={href}>
        <TileFace tile={tile} />
      </a>
    </Tile>
  )
}

/** A tile that answers the page's question and goes on, in one tap. `chosen` marks the answer given before. */
export function AnswerTile({
  name,
  value,
  chosen = false,
  ...tile
}: TileProps & { readonly name: string; readonly value: string; readonly chosen?: boolean }): JSX.Element {
  return (
    <Tile tile={tile}>
      <button class={chosen ? 'tile tile-chosen' : 'tile'} type="submit" name={name} value={value}>
        <TileFace tile={tile} />
      </button>
    </Tile>
  )
}

/** A tile that is ticked and unticked: for a question with several answers. */
export function TickTile({
  name,
  value,
  ticked,
  ...tile
}: TileProps & { readonly name: string; readonly value: string; readonly ticked: boolean }): JSX.Element {
  return (
    <Tile tile={tile}>
      <label class="tile tile-tick">
        <input type="checkbox" name={name} value={value} checked={ticked} />
        <TileFace tile={tile} />
      </label>
    </Tile>
  )
}
