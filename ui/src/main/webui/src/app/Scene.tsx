/** Seven pieces become a bird: the picture beside the sign-in. */
export function Scene() {
  return (
    <svg viewBox="0 0 320 280" width="320" height="280" aria-hidden="true">
      <path d="M150 60 250 160 150 260z" fill="#fff" opacity="0.92" />
      <path d="M150 60 50 160h100z" fill="#b9c7f4" />
      <path d="M250 160l50-50v50l-50 50z" fill="#e0a030" />
      <path d="M150 60l35-35 35 35-35 35z" fill="#2f9e77" transform="translate(-12 -14)" />
      <path d="M208 46l36 14-36 14z" fill="#d9634c" />
      <path d="M50 160 15 195h70z" fill="#8aa4ff" />
      <path d="M150 260v-70l-50 35z" fill="#1c2a52" opacity="0.55" />
    </svg>
  );
}
