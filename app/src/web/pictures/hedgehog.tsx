import type { JSX } from 'preact'
import { HedgehogBody } from './hedgehog-body.js'
import { poses, type HedgehogPose } from './hedgehog-poses.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** Which way the guide stands, and its words if the picture says something the text does not. */
export interface HedgehogProps extends PictureProps {
  readonly pose: HedgehogPose
}

/** The pupils' guide. Calm in every pose: it listens, thinks, waits and is glad; it never looks frightened or cross. */
export function Hedgehog({ pose, title }: HedgehogProps): JSX.Element {
  const { ground, face, front } = poses[pose]
  return (
    <PictureFrame title={title} ground={ground}>
      <g transform="translate(16 17) scale(0.84)">
        <HedgehogBody eyes={face} />
        {front}
      </g>
    </PictureFrame>
  )
}
