/** The words that staff read while they edit; readers of the site never see them. */
export const words = {
  live: {
    label: 'What is wrong with this page',
    title: 'This page has mistakes in its text.',
    below: 'Below is the last good version. It changes as soon as the mistakes are put right.',
    shown: 'Below is the page as it is now. It can be published once this is put right.',
    open: 'Open in the studio',
    place: 'Line {line}',
  },
}
