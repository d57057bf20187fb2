using UserOps.LocalHost.CommandLine;

using var interrupts = new Interrupts();
return await UserOpsCommand.RunAsync(args, Terminal.OfProcess(), interrupts.Token);
