/** A picture that cannot be taken, in words for the user who uploaded it. */
export class UnusablePicture extends Error {}
