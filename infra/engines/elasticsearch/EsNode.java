import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** One Elasticsearch node without the distribution: EsNode HOME HTTP_PORT TRANSPORT_PORT. */
public class EsNode {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    for (String dir : new String[] {"config", "plugins", "logs"}) Files.createDirectories(home.resolve(dir));
    LogConfigurator.configureESLogging();
    LogConfigurator.setNodeName("node");
    Settings settings = Settings.builder()
        .put("path.home", home).put("node.name", "node").put("network.host", "127.0.0.1")
        .put("http.port", args[1]).put("transport.port", args[2])
        .put("discovery.type", "single-node")
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
    Environment env = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "node");
    // Without server exports: the server runs on the class path, not the module path.
    PluginsLoader plugins = PluginsLoader.createPluginsLoader(
        PluginsLoader.loadModulesBundles(env.modulesDir()), PluginsLoader.loadPluginsBundles(env.pluginsDir()), Map.of(), false);
    Node node = new Node(env, plugins);
    node.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { node.close(); } catch (Exception e) { e.printStackTrace(); } }));
    Thread.currentThread().join();
  }
}
