import java.io.IOException;
import java.util.Arrays;

/**
 * Runs a main class for as long as our parent lives: WithParent CLASS ARGS.
 * Standard input is a pipe from the parent; it ends when the parent does, in whatever way.
 */
public class WithParent {
  public static void main(String[] args) throws Exception {
    Thread.ofPlatform().daemon().start(WithParent::endWithParent);
    Class.forName(args[0]).getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void endWithParent() {
    try {
      while (System.in.read() != -1) { }
    } catch (IOException gone) {
    }
    Runtime.getRuntime().halt(0);
  }
}
