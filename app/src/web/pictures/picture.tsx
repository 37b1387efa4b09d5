import type { JSX } from 'preact'
import { Hedgehog } from './hedgehog.js'
import type { HedgehogPose } from './hedgehog-poses.js'
import type { PictureProps } from './picture-frame.js'
import {
  AcornPicture,
  BerryPicture,
  BirdPicture,
  ButterflyPicture,
  LeafPicture,
  MushroomPicture,
  SnailPicture,
  StarPicture,
} from './marks.js'
import {
  AskAGrownUpPicture,
  AskBeforePicturePicture,
  ChosenPagePicture,
  KeepPrivatePicture,
  KindWordsPicture,
  KnownPeoplePicture,
  LookAfterPicture,
  LookingOnPicture,
  SecretPasswordPicture,
} from './promises.js'
import { GrownUpsPicture, PhonePicture, PutAwayPicture, TellUsPicture, ThreeWordsPicture } from './ways-to-act.js'
import {
  AskMeFirstPicture,
  JustSoYouKnowPicture,
  MePicture,
  NamePicture,
  NoNamePicture,
  PleaseHelpPicture,
  SentPicture,
  SomebodyElsePicture,
} from './who-and-wish.js'
import { AskedSomethingPicture, SawSomethingPicture, SomethingElsePicture, UnkindWordsPicture } from './worries.js'

/** Every picture but the guide's, by the name that pages and packs use for it. */
export const pictures = {
  'put-away': PutAwayPicture,
  'grown-ups': GrownUpsPicture,
  'tell-us': TellUsPicture,
  phone: PhonePicture,
  'three-words': ThreeWordsPicture,
  'unkind-words': UnkindWordsPicture,
  'saw-something': SawSomethingPicture,
  'asked-something': AskedSomethingPicture,
  'something-else': SomethingElsePicture,
  me: MePicture,
  'somebody-else': SomebodyElsePicture,
  name: NamePicture,
  'no-name': NoNamePicture,
  'just-so-you-know': JustSoYouKnowPicture,
  'ask-me-first': AskMeFirstPicture,
  'please-help': PleaseHelpPicture,
  sent: SentPicture,
  'ask-a-grown-up': AskAGrownUpPicture,
  'chosen-page': ChosenPagePicture,
  'kind-words': KindWordsPicture,
  'keep-private': KeepPrivatePicture,
  'secret-password': SecretPasswordPicture,
  'known-people': KnownPeoplePicture,
  'ask-before-picture': AskBeforePicturePicture,
  'look-after': LookAfterPicture,
  'looking-on': LookingOnPicture,
  snail: SnailPicture,
  star: StarPicture,
  acorn: AcornPicture,
  butterfly: ButterflyPicture,
  leaf: LeafPicture,
  berry: BerryPicture,
  mushroom: MushroomPicture,
  bird: BirdPicture,
} satisfies Record<string, (props: PictureProps) => JSX.Element>

/** The name of a picture. */
export type PictureName = keyof typeof pictures | `hedgehog-${HedgehogPose}`

/** A picture by its name, the guide's poses among them (`hedgehog-hello`). */
export function Picture({ name, title }: PictureProps & { readonly name: PictureName }): JSX.Element {
  if (!isDrawing(name)) return <Hedgehog pose={name.slice('hedgehog-'.length) as HedgehogPose} title={title} />
  const Drawing = pictures[name]
  return <Drawing title={title} />
}

/** Whether a name that a pack gives is one of ours. */
export const isPictureName = (name: string): name is keyof typeof pictures => name in pictures

function isDrawing(name: PictureName): name is keyof typeof pictures {
  return name in pictures
}
