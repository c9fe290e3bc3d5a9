# Sourced by the scripts beside it: finds a JDK >= 25 and Maven, or says in one sentence what is missing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The major version of a JDK's home, 0 when it is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${version:-0}"
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  echo "Homeport needs a JDK 25 or newer and found none: install one (Eclipse Temurin 25, for example from your package manager or SDKMAN) or set JAVA_HOME." >&2
  exit 1
}

need_maven() {
  command -v mvn >/dev/null && return
  echo "Homeport is built with Maven and there is no mvn on the PATH: install Maven 3.8 or newer from your package manager." >&2
  exit 1
}

# Runs one of the commands of this module.
homeport() {
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
    -Dhomeport.root="$root" \
    -cp "$root/deploy/local/target/classes:$root/deploy/local/target/lib/*" \
    dev.homeport.local.cli.Main "$@"
}

find_jdk
