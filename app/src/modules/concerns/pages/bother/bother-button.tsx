import { renderToString } from 'preact-render-to-string'
import { Hedgehog } from '../../../../web/pictures/hedgehog.js'

/**
 * The picture for the button on a school's website, as an SVG file. Decoration: the link's own words say what it does,
 * so that it can be read aloud, translated and enlarged.
 */
export function botherButtonSvg(): string {
  return renderToString(<Hedgehog pose="listening" />)
}

/**
 * The lines a school pastes into its website: a plain link with a picture. No script and no frame: nothing of ours runs
 * on the school's site, nothing there can watch, and every website builder takes it. The picture comes from Hedgerow,
 * so it is asked to tell nobody which page it is on.
 */
export function botherButtonHtml({
  address,
  image,
  text,
}: Readonly<Record<'address' | 'image' | 'text', string>>): string {
  return renderToString(
    <a href={address} rel="noreferrer">
      <img src={image} alt="" width="120" height="120" referrerpolicy="no-referrer" />
      <br />
      {text}
    </a>,
  )
}
