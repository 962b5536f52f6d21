using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>A network of three layers that learns a few patterns in a few epochs.</summary>
internal static class SmallNetwork
{
    public static LeabraNetwork Build(string name)
    {
        var net = new LeabraNetwork(name);
        var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [7, 7]);
        var output = net.AddLayer("Output", [5, 5], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        return net;
    }
}
