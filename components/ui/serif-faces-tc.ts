import "@fontsource/noto-serif-tc/700.css";
